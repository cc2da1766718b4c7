/** What the command line prints, and the help of its commands. */
import { account } from './command-line/account';
import { adjustments } from './command-line/adjustments';
import { assistant } from './command-line/assistant';
import { automaticBackups } from './command-line/automatic-backups';
import { backup } from './command-line/backup';
import { cycle } from './command-line/cycle';
import { decide } from './command-line/decide';
import { figures } from './command-line/figures';
import { forecast } from './command-line/forecast';
import { imports } from './command-line/imports';
import { learning } from './command-line/learning';
import { plan } from './command-line/plan';
import { profiles } from './command-line/profiles';
import { program } from './command-line/program';
import { replay } from './command-line/replay';
import { report } from './command-line/report';
import { restore } from './command-line/restore';
import { sample } from './command-line/sample';
import { schedule } from './command-line/schedule';
import { session } from './command-line/session';
import { status } from './command-line/status';
import { verify } from './command-line/verify';
import { watch } from './command-line/watch';

export const commandLine = {
  account,
  adjustments,
  assistant,
  automaticBackups,
  backup,
  cycle,
  decide,
  figures,
  forecast,
  imports,
  learning,
  plan,
  profiles,
  program,
  replay,
  report,
  restore,
  sample,
  schedule,
  session,
  status,
  verify,
  watch,
};
