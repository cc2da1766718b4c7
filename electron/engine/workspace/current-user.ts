import { userInfo } from 'node:os';

/** Who keeps views and layouts: the account of the operating system. Where there is none, everybody is one user. */
export function currentUser(): string {
  try {
    return userInfo().username;
  } catch {
    return 'user';
  }
}
