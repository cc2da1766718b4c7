import { ActionIcon, Kbd, Tooltip } from '@mantine/core';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { desktop } from '../../lib/desktop-bridge';
import { useSessionStore } from '../../lib/session-store';
import { screens } from '../screens';
import classes from './navigation.module.css';

export function Navigation() {
  const { isNavigationNarrow: isNarrow, setNavigationNarrow } = useSessionStore();
  const CollapseIcon = isNarrow ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  const collapseLabel = isNarrow ? 'Widen the navigation' : 'Narrow the navigation';
  return (
    <nav className={classes.navigation} data-narrow={isNarrow || undefined} aria-label="Screens">
      <div className={classes.brand}>
        <span className={classes.mark} aria-hidden>
          D
        </span>
        {!isNarrow && <span className={classes.name}>DOSO</span>}
      </div>
      {screens.map((screen, index) => (
        <Tooltip
          key={screen.id}
          position="right"
          label={
            <>
              {isNarrow ? screen.label : screen.about} <Kbd size="xs">Ctrl {index + 1}</Kbd>
            </>
          }
        >
          <Link
            to={screen.path}
            className={classes.link}
            data-testid={`nav-${screen.id}`}
            activeOptions={{ exact: screen.path === '/', includeSearch: false }}
            aria-label={screen.label}
          >
            <screen.icon size={18} stroke={1.7} aria-hidden />
            {!isNarrow && <span>{screen.label}</span>}
          </Link>
        </Tooltip>
      ))}
      <div className={classes.foot}>
        {!isNarrow && <RuntimeNote />}
        <Tooltip label={collapseLabel} position="right">
          <ActionIcon aria-label={collapseLabel} onClick={() => setNavigationNarrow(!isNarrow)}>
            <CollapseIcon size={17} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
      </div>
    </nav>
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
