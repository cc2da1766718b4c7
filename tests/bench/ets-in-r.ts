/** The time of R's forecast::ets on monthly series, for comparison in the same run on the same machine. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const SCRIPT = `
suppressMessages(library(forecast))
lines <- readLines(file("stdin"))
series <- lapply(strsplit(lines, " "), function(x) ts(as.numeric(x), frequency = 12))
invisible(ets(series[[1]]))
cat(system.time(for (y in series) ets(y))[["elapsed"]])
`;

/** Null where Rscript or the package is missing. */
export async function secondsForEtsInR(histories: readonly (readonly number[])[]): Promise<number | null> {
  try {
    const running = promisify(execFile)('Rscript', ['-e', SCRIPT]);
    running.child.stdin?.end(`${histories.map((history) => history.join(' ')).join('\n')}\n`);
    return Number((await running).stdout);
  } catch {
    return null;
  }
}
