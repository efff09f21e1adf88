/** More than any network is; a larger file is not read at all. */
export const largestFile = 64 * 1024 * 1024
export const tooLarge = 'The file is larger than 64 MB, more than a network can be'
