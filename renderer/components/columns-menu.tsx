import { ActionIcon, Button, Checkbox, Popover } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconColumns3, IconPin, IconPinFilled } from '@tabler/icons-react';
import type { GridApi } from 'ag-grid-community';
import { useReducer } from 'react';
import { texts } from '../texts/texts';
import classes from './columns-menu.module.css';
import { forgetColumns } from './grid-columns';

const words = texts.components.columns;

type Grid = Pick<
  GridApi,
  | 'isDestroyed'
  | 'getAllGridColumns'
  | 'setColumnsVisible'
  | 'setColumnsPinned'
  | 'moveColumnByIndex'
  | 'resetColumnState'
>;
type Props = { grid: Grid; name: string };

/** Which columns a grid shows, in which order, and which stay in view while it scrolls sideways. */
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
          {(grid.isDestroyed() ? [] : grid.getAllGridColumns()).map((column, index, all) => {
            const id = column.getColId();
            const label = column.getColDef().headerName ?? id;
            const isPinned = column.isPinned();
            return (
              <li key={id} className={classes.item} data-column={id}>
                <Checkbox
                  className={classes.name}
                  size="xs"
                  label={label}
                  checked={column.isVisible()}
                  onChange={act(() => grid.setColumnsVisible([id], !column.isVisible()))}
                />
                <ActionIcon
                  size="sm"
                  variant="subtle"
                  disabled={index === 0}
                  aria-label={words.moveUp(label)}
                  onClick={act(() => grid.moveColumnByIndex(index, index - 1))}
                >
                  <IconChevronUp size={14} />
                </ActionIcon>
                <ActionIcon
                  size="sm"
                  variant="subtle"
                  disabled={index === all.length - 1}
                  aria-label={words.moveDown(label)}
                  onClick={act(() => grid.moveColumnByIndex(index, index + 1))}
                >
                  <IconChevronDown size={14} />
                </ActionIcon>
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
