/** Postgres's own check of tables and indexes, an extension that is opened only to look for damage. */
export { amcheck } from '@electric-sql/pglite/contrib/amcheck';
