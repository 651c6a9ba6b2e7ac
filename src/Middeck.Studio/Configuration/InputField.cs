using Middeck.Studio.Files;

namespace Middeck.Studio.Configuration;

/// <summary>One field of the form that is filled in before a conversation begins.</summary>
/// <param name="Type">What can be entered.</param>
/// <param name="Variable">Its name in the prompt: <c>{{variable}}</c>.</param>
/// <param name="Required">Whether it must be filled in.</param>
/// <param name="MaxLength">The longest text, in characters; null for no limit of its own.</param>
/// <param name="Options">What can be chosen; empty unless it is a choice.</param>
/// <param name="Default">What holds when nothing is given.</param>
internal sealed record InputField(
    InputFieldType Type,
    string Variable,
    bool Required,
    int? MaxLength,
    IReadOnlyList<string> Options,
    string? Default)
{
    /// <summary>Which files can be given; null for every other kind of field.</summary>
    public FileUploadSettings? Files { get; init; }
}
