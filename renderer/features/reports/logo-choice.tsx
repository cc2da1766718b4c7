import { Button, FileButton } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { orpc } from '../../lib/engine-client';
import { notify, notifyError } from '../../lib/notices-store';
import { useScope } from '../../lib/session-store';
import { texts } from '../../texts/texts';
import classes from './reports-screen.module.css';

const words = texts.reports.logo;

const MOST_BYTES = 290_000;

/** The store's own picture in the corner of its printed reports. */
export function LogoChoice() {
  const { storeCode } = useScope();
  const queryClient = useQueryClient();
  const save = useMutation(
    orpc.reports.setLogo.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: orpc.reports.build.key() }),
      onError: notifyError,
    }),
  );
  const set = (logo: string | null) => save.mutate({ ...(storeCode && { storeCode }), logo });
  const choose = async (file: File | null) => {
    if (!file) return;
    if (file.size > MOST_BYTES) {
      notify({
        tone: 'caution',
        title: words.tooLarge,
        detail: words.tooLargeAbout(file.name, Math.round(file.size / 1000)),
      });
      return;
    }
    set(await readAsDataUrl(file));
  };
  return (
    <div className={classes.logo}>
      <FileButton accept="image/png,image/jpeg" onChange={(file) => void choose(file).catch(notifyError)}>
        {(props) => (
          <Button {...props} size="compact-xs" variant="default">
            {words.choose}
          </Button>
        )}
      </FileButton>
      <Button size="compact-xs" variant="subtle" onClick={() => set(null)}>
        {words.none}
      </Button>
    </div>
  );
}

function readAsDataUrl(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
