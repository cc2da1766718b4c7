/** What the command line prints, and the help of its commands. */
export const commandLine = {};
