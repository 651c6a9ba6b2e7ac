namespace Middeck.Studio.Dify;

/// <summary>A piece of an answer that is read aloud, or its end.</summary>
/// <param name="Event"><c>tts_message</c> or <c>tts_message_end</c>.</param>
/// <param name="TaskId">The answer's task.</param>
/// <param name="MessageId">The answer.</param>
/// <param name="ConversationId">Where it was given; null where there are none.</param>
/// <param name="CreatedAt">When it was asked for, in seconds since 1970.</param>
/// <param name="Audio">MP3 in base64; empty at the end.</param>
internal sealed record DifySoundEvent(
    string Event, Guid TaskId, Guid MessageId, Guid? ConversationId, long CreatedAt, string Audio);
