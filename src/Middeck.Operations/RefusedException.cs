using Middeck.Operations.Language;

namespace Middeck.Operations;

/// <summary>A command that cannot be done, with the sentence that says what to do about it. Nothing was half-made.</summary>
public sealed class RefusedException : Exception
{
    /// <summary>Makes a refusal.</summary>
    public RefusedException(ExitCode code, Message sentence, Exception? cause = null)
        : base(sentence.English, cause)
    {
        Code = code;
        Sentence = sentence;
    }

    /// <summary>The process's answer to the shell.</summary>
    public ExitCode Code { get; }

    /// <summary>What is wrong and what to do, in one sentence or two.</summary>
    public Message Sentence { get; }
}
