/** Words of encryption and the lock. */
export const security = {
  title: 'Encrypted on the disk',
  about:
    'Customers’ ZIP codes, your notes and reasons, and keys and passwords are stored encrypted. Amounts, dates and vehicles are not, so that figures can be computed from them: encrypt the disk itself to protect those.',
  keepers: {
    system: {
      title: 'The key is in the keyring of the operating system',
      text: 'Only you, signed in on this computer, get at it.',
    },
    passphrase: {
      title: 'The key is kept under the passphrase of the lock',
      text: 'Without the passphrase nobody gets at it; commands are given it in a file.',
    },
    file: {
      title: 'The key is in a file of the data folder that only you may read',
      text: 'This computer offers no keyring, or commands may use the key. Whoever can read your files can read the key; a lock with a passphrase protects it.',
    },
  },
  unreachable: 'The key cannot be reached: encrypted values show as (encrypted)',
  forCommands: 'Commands may use the key',
  forCommandsHint: 'For scheduled imports. The key then lies in a file that only you may read.',
  onForCommands: 'Commands may use the key',
  offForCommands: 'The keyring takes the key back at the next start',
  lock: {
    title: 'Lock',
    about:
      'A passphrase at each start, after some time without anybody, and when the computer sleeps or its screen is locked. While it is locked nothing is shown or answered. There is no way in without it: keep it where you keep other keys.',
    after: (minutes: number) => `Locks after ${minutes} minutes without anybody`,
    none: 'There is no lock',
    changed: 'The lock is changed',
    set: 'The lock is set',
    now: 'Lock now',
    locked: 'Locked',
    present: 'Present passphrase',
    presentHint: 'To change or remove the lock',
    newPassphrase: 'New passphrase',
    passphrase: 'Passphrase',
    hint: (shortest: number) => `At least ${shortest} characters`,
    again: 'The same again',
    againHint: 'So that no slip locks you out',
    notTheSame: 'This is not the same',
    lockAfter: 'Lock after',
    lockAfterUnit: 'Minutes without anybody',
    change: 'Change',
    submit: 'Set the lock',
    remove: 'Remove the lock',
    removed: 'There is no lock any more',
  },
};
