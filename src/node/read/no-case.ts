/** There is no case where one was expected; the message says why, in one line. */
export class NoCaseError extends Error {}
