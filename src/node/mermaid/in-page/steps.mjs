/** In the browser: marks the boxes that come step by step, and the lines between them. */

// Matches "%% step: Triage, Payment": see core/syntax/conventions/diagram-steps.ts.
const RE_STEP = /^%% step: (.*)$/gm

/** Gives each box and line of a flowchart the number of its step, from 0; what is in none is there at once. */
export function numberSteps(svg, text) {
  const steps = [...text.matchAll(RE_STEP)].map(([, names]) => names.split(',').map(plain))
  if (steps.length === 0) return
  const boxes = [...svg.querySelectorAll('g.node[id*="flowchart-"]')].map((box) => {
    const name = box.id.replace(/^.*?flowchart-(.*)-\d+$/, '$1')
    const said = [plain(name), plain(box.textContent ?? '')]
    return { box, name, step: steps.findIndex((names) => names.some((one) => said.includes(one))) }
  })
  for (const { box, step } of boxes) if (step >= 0) box.setAttribute('data-step', String(step))
  for (const line of svg.querySelectorAll('path[data-id], .edgeLabel [data-id]')) {
    const id = line.getAttribute('data-id')
    const ends = boxes.flatMap((from) =>
      boxes
        .filter((to) => id.replace(/_\d+$/, '') === `L_${from.name}_${to.name}`)
        .map((to) => Math.max(from.step, to.step)),
    )
    const step = ends[0] ?? -1
    if (step >= 0) (line.closest('.edgeLabel') ?? line).setAttribute('data-step', String(step))
  }
}

function plain(words) {
  return words.replace(/\s+/g, '').toLowerCase()
}
