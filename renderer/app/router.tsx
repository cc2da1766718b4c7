/** Addresses of the screens. Filters are search parameters, so that back, forward and links carry them. */
import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  retainSearchParams,
} from '@tanstack/react-router';
import { agedUnitsSearchSchema } from '../features/aged-units/aged-units-search';
import { feedbackSearchSchema } from '../features/feedback/feedback-search';
import { forecastSearchSchema } from '../features/forecast/forecast-search';
import { gapsSearchSchema } from '../features/gaps/gaps-search';
import { importsSearchSchema } from '../features/imports/imports-search';
import { inventorySearchSchema } from '../features/inventory/inventory-search';
import { marketSearchSchema } from '../features/market/market-search';
import { orderPlanSearchSchema } from '../features/order-plan/order-plan-search';
import { OverviewScreen } from '../features/overview/overview-screen';
import { replaySearchSchema } from '../features/replay/replay-search';
import { salesSearchSchema } from '../features/sales/sales-search';
import { settingsSearchSchema } from '../features/settings/settings-search';
import { anySearchSchema, SHARED_NAMES } from '../lib/data-filter';
import { followPlaces } from '../lib/places-store';
import { ScreenFailure } from './shell/screen-failure';
import { Shell } from './shell/shell';

const root = createRootRoute({
  component: Shell,
  validateSearch: anySearchSchema,
  search: { middlewares: [retainSearchParams(SHARED_NAMES)] },
});

const overview = createRoute({ getParentRoute: () => root, path: '/', component: OverviewScreen });
const inventory = createRoute({
  getParentRoute: () => root,
  path: '/inventory',
  validateSearch: inventorySearchSchema,
  component: lazyRouteComponent(() => import('../features/inventory/inventory-screen'), 'InventoryScreen'),
});
const sales = createRoute({
  getParentRoute: () => root,
  path: '/sales',
  validateSearch: salesSearchSchema,
  component: lazyRouteComponent(() => import('../features/sales/sales-screen'), 'SalesScreen'),
});
const market = createRoute({
  getParentRoute: () => root,
  path: '/market',
  validateSearch: marketSearchSchema,
  component: lazyRouteComponent(() => import('../features/market/market-screen'), 'MarketScreen'),
});
const forecast = createRoute({
  getParentRoute: () => root,
  path: '/forecast',
  validateSearch: forecastSearchSchema,
  component: lazyRouteComponent(() => import('../features/forecast/forecast-screen'), 'ForecastScreen'),
});
const orderPlan = createRoute({
  getParentRoute: () => root,
  path: '/order-plan',
  validateSearch: orderPlanSearchSchema,
  component: lazyRouteComponent(() => import('../features/order-plan/order-plan-screen'), 'OrderPlanScreen'),
});
const gaps = createRoute({
  getParentRoute: () => root,
  path: '/gaps',
  validateSearch: gapsSearchSchema,
  component: lazyRouteComponent(() => import('../features/gaps/gaps-screen'), 'GapsScreen'),
});
const agedUnits = createRoute({
  getParentRoute: () => root,
  path: '/aged-units',
  validateSearch: agedUnitsSearchSchema,
  component: lazyRouteComponent(() => import('../features/aged-units/aged-units-screen'), 'AgedUnitsScreen'),
});
const imports = createRoute({
  getParentRoute: () => root,
  path: '/imports',
  validateSearch: importsSearchSchema,
  component: lazyRouteComponent(() => import('../features/imports/imports-screen'), 'ImportsScreen'),
});
const reports = createRoute({
  getParentRoute: () => root,
  path: '/reports',
  component: lazyRouteComponent(() => import('../features/reports/reports-screen'), 'ReportsScreen'),
});
const feedback = createRoute({
  getParentRoute: () => root,
  path: '/feedback',
  validateSearch: feedbackSearchSchema,
  component: lazyRouteComponent(() => import('../features/feedback/feedback-screen'), 'FeedbackScreen'),
});
const learning = createRoute({
  getParentRoute: () => root,
  path: '/learning',
  component: lazyRouteComponent(() => import('../features/learning/learning-screen'), 'LearningScreen'),
});
const replay = createRoute({
  getParentRoute: () => root,
  path: '/replay',
  validateSearch: replaySearchSchema,
  component: lazyRouteComponent(() => import('../features/replay/replay-screen'), 'ReplayScreen'),
});
const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  validateSearch: settingsSearchSchema,
  component: lazyRouteComponent(() => import('../features/settings/settings-screen'), 'SettingsScreen'),
});

export function createAppRouter() {
  const history = createHashHistory();
  followPlaces(history);
  return createRouter({
    routeTree: root.addChildren([
      overview,
      inventory,
      sales,
      market,
      forecast,
      orderPlan,
      gaps,
      agedUnits,
      imports,
      reports,
      feedback,
      learning,
      replay,
      settings,
    ]),
    history,
    defaultErrorComponent: ScreenFailure,
    defaultNotFoundComponent: OverviewScreen,
    defaultPendingMinMs: 0,
    scrollRestoration: false,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
