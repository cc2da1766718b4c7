/** `npm run bench [-- NAME ...]`: measures and prints; judges nothing. */
import { formatFigures, runFigures } from './run-figures.mjs';

const { figures, code } = await runFigures(process.argv.slice(2));
process.stdout.write(`${formatFigures(figures)}\n`);
process.exitCode = code;
