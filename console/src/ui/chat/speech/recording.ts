/** What browsers record in, best first; Safari has only the last. */
const types = ['audio/webm;codecs=opus', 'audio/ogg;codecs=opus', 'audio/mp4'];

/** The type to record in; undefined leaves it to the browser. */
export function recordingType(): string | undefined {
  return types.find((type) => MediaRecorder.isTypeSupported(type));
}

/** A name with the extension by which models tell the format. */
export function fileNameOf(type: string): string {
  if (type.includes('ogg')) return 'voice.ogg';
  return type.includes('mp4') ? 'voice.m4a' : 'voice.webm';
}

/** Which of our sentences tells why there is no recording. */
export function troubleOf(error: unknown): 'insecure' | 'denied' | 'no_microphone' | 'failed' {
  // Browsers hide microphones from pages that came without TLS.
  if (navigator.mediaDevices === undefined || typeof MediaRecorder === 'undefined') return 'insecure';
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
  return name === 'NotFoundError' || name === 'NotReadableError' ? 'no_microphone' : 'failed';
}
