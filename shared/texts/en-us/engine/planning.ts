/** What planning, learning, replay and feedback say: reasons, remarks, limits, next steps. */
export const planning = {};
