const plain = (words: string) =>
  ` ${words
    .toLocaleLowerCase('en-GB')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `

/** True if the words that say who does something name this person whole: "Ann Estates, with the QI team". */
export const isMine = ({ owner }: { owner: string }, name: string | undefined): boolean =>
  name !== undefined && name.trim() !== '' && plain(owner).includes(plain(name))
