export function OrderPlanScreen() {
  return <main />;
}
