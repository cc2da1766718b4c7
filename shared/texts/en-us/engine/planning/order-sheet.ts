/** What stands in the order sheet, and what is said when a plan is decided and signed off. */
export const orderSheet = {
  sheet: 'Order',
  title: (store: string, asOf: string, plan: string) => `Order of ${store} as of ${asOf}, plan ${plan}`,
  headers: {
    line: 'Line',
    units: 'Units',
    color: 'Exterior',
    priority: 'Priority',
    orderOn: 'Order on',
    unitCost: 'Unit cost',
    cost: 'Cost',
    decision: 'Decision',
    note: 'Note',
  },
  decisions: { accepted: 'accepted', changed: 'changed', declined: 'declined' },
  yourChoice: 'your choice',
  open: 'Not signed off yet: lines that are not decided are left out.',
  signedOff: (day: string) => `Signed off ${day}.`,
  signedOffWithNote: (day: string, note: string) => `Signed off ${day}: ${note}.`,
  ordersOn: (make: string, day: string, next: string) =>
    `${make}: orders go in on ${day}, the next ones on ${next}.`,
  noCalendar: (make: string) => `${make}: no order calendar is set; Settings has one for each make.`,
  notTakenUp: 'Not taken up when the plan was signed off',
};
