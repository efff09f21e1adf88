// The states in which pages are looked at: one line for each page, in a file of its own.
export { states as problem } from './states/problem.ts'
