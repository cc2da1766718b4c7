import { describeCatalogue } from '../../tests/helpers/describe-catalogue';
import { engineTexts } from './engine-texts';

describeCatalogue('engineTexts', engineTexts, 200);
