namespace Middeck.Studio.Logs;

/// <summary>What was thought of an answer of a conversation.</summary>
internal enum LogFeedback
{
    /// <summary>Its reader liked one.</summary>
    Like,

    /// <summary>Its reader disliked one.</summary>
    Dislike,

    /// <summary>Its reader said nothing.</summary>
    None,

    /// <summary>An annotation was made from one.</summary>
    Annotated,

    /// <summary>Somebody who looks after the app found one good.</summary>
    OperatorLike,

    /// <summary>Somebody who looks after the app found one bad.</summary>
    OperatorDislike,
}
