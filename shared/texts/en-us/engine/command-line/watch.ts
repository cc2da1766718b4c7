/** `watch`. */
export const watch = {
  help: {
    watch: {
      description: 'show or set the watched folder; the open window imports what is saved there',
      folder: 'watch this folder',
      off: 'watch no longer',
      withPresent: 'with --folder: also import what is there already',
      full: 'inventory files there list the whole stock',
      partial: 'inventory files there list only some of the stock',
      check: 'look now and import what is complete',
    },
  },
  off: 'No folder is watched.',
  notReachable: (why: string) => `Not reachable: ${why}`,
  watching: (folder: string) => `Watching ${folder}.`,
  waiting: (file: string, why: string) => `${file}: ${why}`,
  columns: ['File', 'Became', 'Seen', 'Why'],
};
