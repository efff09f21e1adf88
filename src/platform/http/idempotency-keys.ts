/** A key under which something is done once is random: one that could be guessed is none. */
export const shortestKey = 20
export const longestKey = 100
