/** Whether a sentence speaks of secrecy, or only ends in a word that marks it. */

// Matches "keep" in "Staff keep their votes confidential".
const RE_HOLDS =
  /(?<!\p{L})(?:keep|kept|keeps|keeping|make|makes|made|making|treat|treats|treated|treating|hold|holds|held|holding|call|calls|called|consider|considers|considered|stays?|remains?|becomes?|became)(?!\p{L})/iu
// Matches "is", "or", "the" in front of a word: a sentence goes on with it.
const RE_LEADS =
  /(?<!\p{L})(?:is|are|was|were|be|been|being|it|them|this|that|these|those|as|stay|remain|become|named|and|or|nor|but|not|also|more|less|most|the|an?|our|their|your|its|his|her|of|to|for|from|by|in|on|with|than|words?|says?|said|mean|means|mostly|partly|both|either|wholly|entirely|fully|quite|very|purely|solely|vs|versus)[\s"“‘'(]*$/iu
// Matches the end of the sentence or the cell before.
const RE_BREAK = /[.!?…]\s|\n[ \t>]*\n|\|/

/**
 * Whether a word of secrecy belongs to the sentence before it, and marks nothing.
 * @param before what stands in front of that word: "We pay " speaks of something else.
 */
export function speaksOfIt(before: string): boolean {
  const sentence = before.split(RE_BREAK).at(-1) ?? ''
  return sentence.trim() === '' || RE_LEADS.test(sentence) || RE_HOLDS.test(sentence)
}
