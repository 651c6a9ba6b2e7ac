namespace Middeck.Studio.Agents;

/// <summary>What has become of a call of a tool.</summary>
internal enum AgentCallStatus
{
    /// <summary>A person is asked whether it may be made.</summary>
    Waiting,

    /// <summary>It is being made.</summary>
    Running,

    /// <summary>It went well.</summary>
    Succeeded,

    /// <summary>It did not; the model was told why.</summary>
    Failed,

    /// <summary>A person, or the time that was given for an answer, refused it.</summary>
    Refused,

    /// <summary>The run ended before it.</summary>
    Stopped,
}
