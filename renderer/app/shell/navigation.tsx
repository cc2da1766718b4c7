import { ActionIcon, Kbd, Tooltip } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { leaveDrill } from '../../lib/data-filter';
import { desktop } from '../../lib/desktop-bridge';
import { useSessionStore } from '../../lib/session-store';
import { texts } from '../../texts/texts';
import { screens, shortcutDigit } from '../screens';
import classes from './navigation.module.css';

const words = texts.shell.navigation;

export function Navigation() {
  const { isNavigationNarrow, setNavigationNarrow } = useSessionStore();
  const isWindowNarrow = useMediaQuery('(max-width: 1180px)', false, { getInitialValueInEffect: false });
  const isNarrow = isNavigationNarrow || isWindowNarrow;
  const CollapseIcon = isNarrow ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  const collapseLabel = isNarrow ? words.widen : words.narrow;
  return (
    <nav className={classes.navigation} data-narrow={isNarrow || undefined} aria-label={words.label}>
      <div className={classes.brand}>
        <span className={classes.mark} aria-hidden>
          {words.mark}
        </span>
        {!isNarrow && <span className={classes.name}>{words.brand}</span>}
      </div>
      {screens.map((screen, index) => (
        <NavigationLink key={screen.id} screen={screen} digit={shortcutDigit(index)} isNarrow={isNarrow} />
      ))}
      <div className={classes.foot}>
        {!isNarrow && <RuntimeNote />}
        {!isWindowNarrow && (
          <Tooltip label={collapseLabel} position="right">
            <ActionIcon aria-label={collapseLabel} onClick={() => setNavigationNarrow(!isNarrow)}>
              <CollapseIcon size={17} stroke={1.7} />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
    </nav>
  );
}

type LinkProps = { screen: (typeof screens)[number]; digit: string | null; isNarrow: boolean };

/** The shortcut stands in the link while it is pointed at or focused, and in the tooltip of the narrow form. */
function NavigationLink({ screen, digit, isNarrow }: LinkProps) {
  return (
    <Tooltip
      position="right"
      disabled={!isNarrow}
      label={
        <>
          {screen.label} {digit && <Kbd size="xs">{texts.shell.keys.withCtrl(digit)}</Kbd>}
        </>
      }
    >
      <Link
        to={screen.path}
        search={leaveDrill}
        className={classes.link}
        data-testid={`nav-${screen.id}`}
        activeOptions={{ exact: screen.path === '/', includeSearch: false }}
        {...(isNarrow && { 'aria-label': screen.label })}
        {...(digit && { 'aria-keyshortcuts': `Control+${digit}` })}
      >
        <screen.icon size={18} stroke={1.7} aria-hidden />
        {!isNarrow && (
          <>
            <span>{screen.label}</span>
            {digit && (
              <span className={classes.hint} aria-hidden>
                {texts.shell.keys.withCtrl(digit)}
              </span>
            )}
          </>
        )}
      </Link>
    </Tooltip>
  );
}

function RuntimeNote() {
  return (
    <span className={classes.version}>
      {desktop.appVersion}
      {desktop.runtimeNote && (
        <span className={classes.runtime} data-testid="runtime-note">
          {desktop.runtimeNote}
        </span>
      )}
    </span>
  );
}
