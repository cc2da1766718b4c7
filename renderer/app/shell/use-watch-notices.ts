/** Tells when the watched folder cannot be reached any more, and when it can be again. */
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { orpc } from '../../lib/engine-client';
import { notify } from '../../lib/notices-store';
import { useFiguresFirst } from '../../lib/use-figures-first';
import { texts } from '../../texts/texts';

const words = texts.engine.watchedFolder;

const TOPIC = 'watched-folder';

export function useWatchNotices(): void {
  const navigate = useNavigate();
  const enabled = useFiguresFirst();
  const { data } = useQuery(orpc.watch.get.queryOptions({ enabled }));
  const condition = data?.condition;
  const message = data?.message ?? null;
  const before = useRef(condition);
  useEffect(() => {
    const earlier = before.current;
    before.current = condition;
    if (condition === earlier) return;
    if (condition === 'unreachable') {
      notify({
        tone: 'caution',
        title: words.unreachable,
        detail: words.unreachableAbout(message),
        action: { label: texts.components.show, run: () => void navigate({ to: '/imports' }) },
        topic: TOPIC,
      });
    } else if (condition === 'watching' && earlier === 'unreachable') {
      notify({ tone: 'good', title: words.back, topic: TOPIC });
    }
  }, [condition, message, navigate]);
}
