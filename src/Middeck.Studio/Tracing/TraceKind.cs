namespace Middeck.Studio.Tracing;

/// <summary>What a step of a run did.</summary>
internal enum TraceKind
{
    /// <summary>Looked at a text for what is not allowed.</summary>
    Moderation,

    /// <summary>Looked for an answer that people have written.</summary>
    Annotation,

    /// <summary>Fetched a variable from outside.</summary>
    ExternalData,

    /// <summary>Remembered, or was reminded.</summary>
    Memory,

    /// <summary>Looked for passages.</summary>
    Retrieval,

    /// <summary>Put together what the model is told.</summary>
    Prompt,

    /// <summary>Asked a model.</summary>
    Model,

    /// <summary>Called a tool.</summary>
    Tool,

    /// <summary>Thought of questions to go on with.</summary>
    Suggestion,
}
