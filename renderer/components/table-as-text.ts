/** Rows as tab-separated text, which spreadsheets take from the clipboard; a tab or line break inside a cell becomes a space. */
export function tableAsText(table: { columns: string[]; rows: (string | number)[][] }): string {
  const line = (cells: (string | number)[]) =>
    cells.map((cell) => String(cell).replace(/[\t\r\n]+/g, ' ')).join('\t');
  return [line(table.columns), ...table.rows.map(line)].join('\n');
}
