import { currentUser } from '../workspace/current-user';
import { listViews, removeView, saveView, setDefaultView } from '../workspace/saved-views';
import { readLayout, saveLayout } from '../workspace/screen-layouts';
import { implementer } from './implementer';

export const workspace = {
  listViews: implementer.workspace.listViews.handler(({ context }) => listViews(context.db, currentUser())),
  saveView: implementer.workspace.saveView.handler(({ context, input }) =>
    saveView(context.db, currentUser(), input),
  ),
  removeView: implementer.workspace.removeView.handler(({ context, input }) =>
    removeView(context.db, currentUser(), input.id),
  ),
  setDefaultView: implementer.workspace.setDefaultView.handler(({ context, input }) =>
    setDefaultView(context.db, currentUser(), input.id),
  ),
  getLayout: implementer.workspace.getLayout.handler(({ context, input }) =>
    readLayout(context.db, currentUser(), input.screen),
  ),
  saveLayout: implementer.workspace.saveLayout.handler(async ({ context, input }) => {
    await saveLayout(context.db, currentUser(), input.screen, input.cards);
    return input.cards;
  }),
};
