/** The exit codes of every command; `pressmark --help` explains them. */
export const EXIT = { well: 0, someFailed: 1, usage: 2, nothing: 3, changed: 4, interrupted: 130 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Called by a command with the exit code it ends with. */
export type Finish = (code: ExitCode) => void;
