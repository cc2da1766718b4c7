const formats: Readonly<Record<string, string>> = {
  delimited: 'Text',
  xlsx: 'Excel',
  xls: 'Excel 97–2003',
  html: 'HTML table',
  xml: 'XML',
  spool: 'Printed report',
  blocks: 'One record a block',
  json: 'JSON',
  parquet: 'Parquet',
};

/** What the contract's kinds, formats and fields of imports are called. */
export const names = {
  kinds: {
    inventory: 'Inventory',
    sales: 'Sales',
    orders: 'Factory orders',
    allocation: 'Allocation',
    market: 'Market',
    feedback: 'Feedback',
  },
  severities: { rejected: 'Rejected', repaired: 'Repaired', warning: 'Remark' },
  coverage: { full: 'the whole stock', partial: 'a part of it', unknown: 'not said' },
  formats,
  changes: {
    added: (count: string) => `${count} added`,
    changed: (count: string) => `${count} changed`,
    closed: (count: string) => `${count} closed`,
    reversed: (count: string) => `${count} reversed`,
    none: 'nothing changed',
  },
  rows: {
    read: (rows: string) => `${rows} read`,
    accepted: (count: string) => `${count} accepted`,
    repaired: (count: string) => `${count} repaired`,
    rejected: (count: string) => `${count} rejected`,
    unchanged: (count: string) => `${count} unchanged`,
    ignored: (count: string) => `${count} ignored`,
  },
  notUsed: 'not used',
};
