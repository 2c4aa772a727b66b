/** Import this first in a bench that runs the service within itself: libraries look at it once, when they are loaded. */
import { env } from 'node:process';

env.NODE_ENV = 'production';
