/**
 * The grid in the window's own surfaces. The icons are drawn here as SVG elements: the grid's own are CSS
 * masks without the prefix that the oldest runtime needs.
 */
import { themeQuartz } from 'ag-grid-community';

export const gridTheme = themeQuartz.withParams({
  fontFamily: 'inherit',
  fontSize: 12.5,
  headerFontSize: 11.5,
  headerFontWeight: 560,
  rowHeight: 30,
  headerHeight: 30,
  cellHorizontalPadding: 10,
  backgroundColor: 'var(--doso-surface)',
  foregroundColor: 'var(--doso-text)',
  textColor: 'var(--doso-text)',
  headerBackgroundColor: 'var(--doso-sunken)',
  headerTextColor: 'var(--doso-dim)',
  borderColor: 'var(--doso-border)',
  accentColor: 'var(--doso-accent)',
  rowHoverColor: 'var(--doso-hover)',
  selectedRowBackgroundColor: 'var(--doso-selected)',
  oddRowBackgroundColor: 'var(--doso-surface)',
  wrapperBorder: false,
  wrapperBorderRadius: 0,
  headerColumnResizeHandleColor: 'transparent',
  headerColumnBorder: false,
  columnBorder: false,
});

const arrow = (path: string) =>
  `<svg width="12" height="12" viewBox="0 0 12 12" fill="none" stroke="currentColor" stroke-width="1.6" aria-hidden="true"><path d="${path}"/></svg>`;

export const gridIcons = {
  sortAscending: arrow('M6 10V2.5M2.8 5.5 6 2.3l3.2 3.2'),
  sortDescending: arrow('M6 2v7.5M2.8 6.5 6 9.7l3.2-3.2'),
  groupLoading: '<span class="ag-doso-loading" aria-hidden="true">···</span>',
  columnMoveMove: arrow('M2 6h8'),
  columnMoveHide: arrow('M2 6h8'),
  columnMoveLeft: arrow('M9 6H2.5M5.5 2.8 2.3 6l3.2 3.2'),
  columnMoveRight: arrow('M3 6h6.5M6.5 2.8 9.7 6 6.5 9.2'),
  columnMovePin: arrow('M6 2v8'),
  dropNotAllowed: arrow('M2 2l8 8'),
};
