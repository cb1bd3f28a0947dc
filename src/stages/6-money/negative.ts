/** True of the signs for minus; a dash is longer. */
export const isMinus = (word: string | undefined): boolean => word === "-" || word === "−";
