import { describeCatalogue } from '../../tests/helpers/describe-catalogue';
import { texts } from './texts';

describeCatalogue('texts', texts, 1000);
