/** What an estimate is worked out from, as plain data: numbers, ranges, other estimates, and what is done with two of them. */

/** An operation on two: `by` divides, `larger` takes the larger one. */
export type Operation = 'plus' | 'minus' | 'times' | 'by' | 'larger' | 'smaller'

/** A sum. Inputs are those of the estimate whose sum it is, by index; estimates by key. */
export type Expression =
  | { readonly type: 'input'; readonly index: number }
  | { readonly type: 'estimate'; readonly key: string }
  | { readonly type: 'negative'; readonly of: Expression }
  | {
      readonly type: Operation
      readonly left: Expression
      readonly right: Expression
    }

/** What each part of a sum is worth to somebody: a number, its samples, its unit, its words. */
interface Algebra<Value> {
  readonly input: (index: number) => Value
  readonly estimate: (key: string) => Value
  readonly negative: (of: Value) => Value
  readonly operate: (operator: Operation, left: Value, right: Value) => Value
}

/** Works a sum out in some way. It goes as deep as the sum, which `formula.ts` limits. */
export function evaluate<Value>(expression: Expression, algebra: Algebra<Value>): Value {
  switch (expression.type) {
    case 'input':
      return algebra.input(expression.index)
    case 'estimate':
      return algebra.estimate(expression.key)
    case 'negative':
      return algebra.negative(evaluate(expression.of, algebra))
    default:
      return algebra.operate(
        expression.type,
        evaluate(expression.left, algebra),
        evaluate(expression.right, algebra),
      )
  }
}

/** Each operation on numbers. A quotient by nought is not finite. */
export const OPERATIONS: Readonly<Record<Operation, (left: number, right: number) => number>> = {
  plus: (left, right) => left + right,
  minus: (left, right) => left - right,
  times: (left, right) => left * right,
  by: (left, right) => left / right,
  larger: Math.max,
  smaller: Math.min,
}

/** Keys of the estimates that it names, each once. */
export function estimatesIn(expression: Expression): readonly string[] {
  return evaluate<readonly string[]>(expression, {
    input: () => [],
    estimate: (key) => [key],
    negative: (of) => of,
    operate: (_, left, right) => [...new Set([...left, ...right])],
  })
}
