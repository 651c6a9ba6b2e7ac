import { createChat } from './createChat';

// Only a script that is being run knows which element it is.
const script = document.currentScript;
if (script instanceof HTMLScriptElement) void createChat(script);
