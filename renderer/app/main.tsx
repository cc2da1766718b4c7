/** Starts the window: styles, the engine's port and events, then the page. */
import '@fontsource-variable/inter/wght.css';
import '@mantine/core/styles.css';
import './tokens.css';
import './global.css';
import { LOCALE } from '@shared/texts/locale';
import { createRoot } from 'react-dom/client';
import { desktop } from '../lib/desktop-bridge';
import { connectEngine } from '../lib/engine-client';
import { useEngineStatusStore } from '../lib/engine-status-store';
import { followEngineEvents } from '../lib/follow-engine-events';
import { createQueryClient } from '../lib/query-client';
import { App } from './app';
import { applySavedScheme } from './apply-saved-scheme';
import { createAppRouter } from './router';

applySavedScheme();
document.documentElement.lang = LOCALE;
const queryClient = createQueryClient();
desktop.onEngineState(useEngineStatusStore.getState().report);
useEngineStatusStore.setState({ retry: () => desktop.retryEngine() });
connectEngine(desktop);
followEngineEvents(queryClient);

const root = document.getElementById('root');
if (root) createRoot(root).render(<App queryClient={queryClient} router={createAppRouter()} />);
