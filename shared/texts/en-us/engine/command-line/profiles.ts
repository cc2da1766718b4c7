/** `profiles`. */
export const profiles = {
  help: {
    profiles: {
      description: 'list the saved column mappings, rename one or forget one',
      rename: 'the profile to rename, with --to',
      to: 'its new name',
      forget: 'ask again about files with this profile’s header',
    },
  },
  none: 'No profiles are saved.',
  incomplete: 'A profile is renamed with both --rename and --to.',
  notThere: {
    message: (name: string) => `There is no import profile named ${name}.`,
    nextStep: 'List them with: doso profiles',
  },
  columns: ['Name', 'Kind', 'Columns by hand', 'Lists', 'Imports'],
};
