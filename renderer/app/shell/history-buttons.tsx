import { ActionIcon, Tooltip } from '@mantine/core';
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react';
import { useCanGoBack, useRouter } from '@tanstack/react-router';
import { usePlacesStore } from '../../lib/places-store';
import { texts } from '../../texts/texts';

const { history: words, keys, withKeys } = texts.shell;

export function HistoryButtons() {
  const { history } = useRouter();
  const canGoBack = useCanGoBack();
  const canGoForward = usePlacesStore(({ shown, newest }) => shown < newest);
  return (
    <>
      <Tooltip label={withKeys(words.back, keys.withAlt('←'))}>
        <ActionIcon
          aria-label={words.back}
          disabled={!canGoBack}
          onClick={() => history.back()}
          data-testid="back"
        >
          <IconArrowLeft size={17} stroke={1.7} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={withKeys(words.forward, keys.withAlt('→'))}>
        <ActionIcon
          aria-label={words.forward}
          disabled={!canGoForward}
          onClick={() => history.forward()}
          data-testid="forward"
        >
          <IconArrowRight size={17} stroke={1.7} />
        </ActionIcon>
      </Tooltip>
    </>
  );
}
