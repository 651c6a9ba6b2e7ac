namespace Middeck.Studio.Workflows.Forms;

/// <summary>What has become of a mail.</summary>
internal enum FormMailState
{
    /// <summary>It is to be sent, or tried again.</summary>
    Waiting,

    /// <summary>The mail server has taken it.</summary>
    Sent,

    /// <summary>It was not taken, and is not tried again.</summary>
    Failed,
}
