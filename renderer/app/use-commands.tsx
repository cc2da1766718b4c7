/** Everything that can be done by name: screens and actions, for the palette and the menus alike. */
import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowLeft,
  IconArrowRight,
  IconBookmark,
  IconChartLine,
  IconClipboardList,
  IconEraser,
  IconFileSpreadsheet,
  IconFileTypePdf,
  IconFileUpload,
  IconFilterOff,
  IconHelp,
  IconKeyboard,
  IconMoon,
  IconSearch,
  IconSparkles,
} from '@tabler/icons-react';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { type ComponentType, useMemo } from 'react';
import { addFiles } from '../features/imports/add-files';
import { saveReport } from '../features/reports/save-report';
import { clearSample } from '../lib/clear-sample';
import { leaveDrill, NO_FILTER, useSetSharedSearch } from '../lib/data-filter';
import { desktop } from '../lib/desktop-bridge';
import { engine } from '../lib/engine-client';
import { useJobsStore } from '../lib/jobs-store';
import { notify, notifyError } from '../lib/notices-store';
import { useScope } from '../lib/session-store';
import { undoLast } from '../lib/undo-store';
import { useCurrentStore } from '../lib/use-stores';
import { texts } from '../texts/texts';
import { screens, shortcutDigit } from './screens';
import { usePaletteStore } from './shell/palette-store';
import { useSheetStore } from './shell/sheet-store';
import { useOpenView, useSavedViews } from './shell/views-menu';

const { commands: words, keys, shortcuts } = texts.shell;

export type Command = {
  id: string;
  label: string;
  hint: string;
  group: string;
  icon: ComponentType<{ size?: number; stroke?: number }>;
  run(): void;
};

export function useCommands(): Command[] {
  const navigate = useNavigate();
  const scope = useScope();
  const store = useCurrentStore();
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  const { history } = useRouter();
  const setShared = useSetSharedSearch();
  const views = useSavedViews();
  const openView = useOpenView();

  return useMemo(() => {
    const action = (
      id: string,
      label: string,
      hint: string,
      icon: Command['icon'],
      run: () => void,
    ): Command => ({
      id,
      label,
      hint,
      icon,
      group: words.actions,
      run,
    });
    const goTo = screens.map(
      (screen, index): Command => ({
        id: `go-${screen.id}`,
        label: screen.label,
        hint: shortcutDigit(index) === null ? '' : keys.withCtrl(shortcutDigit(index) ?? ''),
        group: words.screens,
        icon: screen.icon,
        run: () => void navigate({ to: screen.path, search: leaveDrill }),
      }),
    );
    return [
      ...goTo,
      action(
        'open-files',
        words.importFiles,
        keys.withCtrl('O'),
        IconFileUpload,
        () => void chooseFiles(navigate),
      ),
      action('run-forecast', words.runForecast, words.runForecastHint, IconChartLine, () =>
        startJob(() => engine.forecast.start({ ...scope })),
      ),
      action('make-plan', words.makePlan, words.makePlanHint, IconClipboardList, () =>
        startJob(() => engine.plan.start({ ...scope })),
      ),
      action(
        'save-report',
        words.saveExcel,
        'XLSX',
        IconFileSpreadsheet,
        () => void saveReport('xlsx', { ...scope }, store),
      ),
      action(
        'save-pdf',
        words.savePdf,
        'PDF',
        IconFileTypePdf,
        () => void saveReport('pdf', { ...scope }, store),
      ),
      action('command-palette', shortcuts.items.palette, keys.withCtrl('K'), IconSearch, () =>
        usePaletteStore.getState().open(),
      ),
      action('undo', shortcuts.items.undo, keys.withCtrl('Z'), IconArrowBackUp, undo),
      action('back', shortcuts.items.back, keys.withAlt('←'), IconArrowLeft, () => history.back()),
      action('forward', shortcuts.items.forward, keys.withAlt('→'), IconArrowRight, () => history.forward()),
      action('help', shortcuts.items.help, 'F1', IconHelp, () => useSheetStore.getState().show('help')),
      action('shortcuts', shortcuts.title, '?', IconKeyboard, () =>
        useSheetStore.getState().show('shortcuts'),
      ),
      action('clear-filters', texts.shell.filters.clear, '', IconFilterOff, () => setShared(NO_FILTER)),
      ...views.map((view) =>
        action(`view-${view.id}`, view.name, texts.shell.views.button, IconBookmark, () => openView(view)),
      ),
      action('toggle-theme', words.theme, words.schemes[scheme], IconMoon, () =>
        setColorScheme(scheme === 'dark' ? 'light' : 'dark'),
      ),
      ...(store?.isSample
        ? [action('clear-sample', words.clearSample, words.sampleHint, IconEraser, () => void clearSample())]
        : []),
      action('load-sample', words.loadSample, words.sampleHint, IconSparkles, () =>
        startJob(() => engine.stores.loadSample({})),
      ),
    ];
  }, [navigate, scope, store, scheme, setColorScheme, history, setShared, views, openView]);
}

/** The notice of a change goes with the change. */
function undo(): void {
  const what = undoLast();
  notify({
    tone: what === null ? 'caution' : 'good',
    title: what === null ? texts.shell.undo.nothing : texts.shell.undo.undone(what),
    topic: 'undo',
  });
}

async function chooseFiles(navigate: ReturnType<typeof useNavigate>): Promise<void> {
  await navigate({ to: '/imports' });
  await addFiles(await desktop.chooseFiles());
}

function startJob(begin: () => Promise<{ jobId: string }>): void {
  begin()
    .then(({ jobId }) => engine.jobs.get({ jobId }))
    .then((job) => {
      useJobsStore.getState().put(job);
      useJobsStore.getState().setTrayOpen(true);
    })
    .catch(notifyError);
}
