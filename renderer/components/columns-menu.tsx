import { ActionIcon, Button, Checkbox, Popover } from '@mantine/core';
import { IconColumns3, IconPin, IconPinFilled } from '@tabler/icons-react';
import type { GridApi } from 'ag-grid-community';
import { useReducer } from 'react';
import { texts } from '../texts/texts';
import classes from './columns-menu.module.css';
import { forgetColumns } from './grid-columns';

const words = texts.components.columns;

type Grid = Pick<
  GridApi,
  'isDestroyed' | 'getColumns' | 'setColumnsVisible' | 'setColumnsPinned' | 'resetColumnState'
>;
type Props = { grid: Grid; name: string };

/** Which columns a grid shows, and which stay in view while it scrolls sideways. */
export function ColumnsMenu({ grid, name }: Props) {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const act = (change: () => void) => () => {
    change();
    redraw();
  };
  return (
    <Popover position="bottom-end" withinPortal trapFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<IconColumns3 size={14} />} data-testid="columns-menu">
          {words.button}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <ul className={classes.list} aria-label={words.button}>
          {(grid.isDestroyed() ? [] : (grid.getColumns() ?? [])).map((column) => {
            const id = column.getColId();
            const label = column.getColDef().headerName ?? id;
            const isPinned = column.isPinned();
            return (
              <li key={id} className={classes.item}>
                <Checkbox
                  size="xs"
                  label={label}
                  checked={column.isVisible()}
                  onChange={act(() => grid.setColumnsVisible([id], !column.isVisible()))}
                />
                <ActionIcon
                  size="sm"
                  variant="subtle"
                  aria-label={isPinned ? words.letScroll(label) : words.keepInView(label)}
                  aria-pressed={isPinned}
                  onClick={act(() => grid.setColumnsPinned([id], isPinned ? null : 'left'))}
                >
                  {isPinned ? <IconPinFilled size={14} /> : <IconPin size={14} />}
                </ActionIcon>
              </li>
            );
          })}
        </ul>
        <Button variant="subtle" size="compact-xs" onClick={act(() => forgetColumns(grid, name))}>
          {words.asTheyWere}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
