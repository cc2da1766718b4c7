/** Everything that can be done by name: screens and actions, for the palette and the menus alike. */
import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import {
  IconChartLine,
  IconClipboardList,
  IconEraser,
  IconFileSpreadsheet,
  IconFileTypePdf,
  IconFileUpload,
  IconMoon,
  IconSparkles,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type ComponentType, useMemo } from 'react';
import { addFiles } from '../features/imports/add-files';
import { saveReport } from '../features/reports/save-report';
import { clearSample } from '../lib/clear-sample';
import { leaveDrill } from '../lib/data-filter';
import { desktop } from '../lib/desktop-bridge';
import { engine } from '../lib/engine-client';
import { useJobsStore } from '../lib/jobs-store';
import { notifyError } from '../lib/notices-store';
import { useScope } from '../lib/session-store';
import { useCurrentStore } from '../lib/use-stores';
import { screens, shortcutDigit } from './screens';

export type Command = {
  id: string;
  label: string;
  hint: string;
  group: 'Screens' | 'Actions';
  icon: ComponentType<{ size?: number; stroke?: number }>;
  run(): void;
};

export function useCommands(): Command[] {
  const navigate = useNavigate();
  const scope = useScope();
  const store = useCurrentStore();
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');

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
      group: 'Actions',
      run,
    });
    const goTo = screens.map(
      (screen, index): Command => ({
        id: `go-${screen.id}`,
        label: screen.label,
        hint: shortcutDigit(index) === null ? '' : `Ctrl ${shortcutDigit(index)}`,
        group: 'Screens',
        icon: screen.icon,
        run: () => void navigate({ to: screen.path, search: leaveDrill }),
      }),
    );
    return [
      ...goTo,
      action('open-files', 'Import files…', 'Ctrl O', IconFileUpload, () => void chooseFiles(navigate)),
      action('run-forecast', 'Run the forecast', 'months', IconChartLine, () =>
        startJob(() => engine.forecast.start({ ...scope })),
      ),
      action('make-plan', 'Make an order plan', "the settings' limits", IconClipboardList, () =>
        startJob(() => engine.plan.start({ ...scope })),
      ),
      action(
        'save-report',
        'Save the report as Excel…',
        'XLSX',
        IconFileSpreadsheet,
        () => void saveReport('xlsx', { ...scope }, store),
      ),
      action(
        'save-pdf',
        'Save the report as PDF…',
        'PDF',
        IconFileTypePdf,
        () => void saveReport('pdf', { ...scope }, store),
      ),
      action('toggle-theme', 'Switch light and dark', scheme, IconMoon, () =>
        setColorScheme(scheme === 'dark' ? 'light' : 'dark'),
      ),
      ...(store?.isSample
        ? [
            action(
              'clear-sample',
              'Clear the sample data',
              'made-up data',
              IconEraser,
              () => void clearSample(),
            ),
          ]
        : []),
      action('load-sample', 'Load the sample store', 'made-up data', IconSparkles, () =>
        startJob(() => engine.stores.loadSample({})),
      ),
    ];
  }, [navigate, scope, store, scheme, setColorScheme]);
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
