using Middeck.Workflows.Values;

namespace Middeck.Studio.Workflows.Nodes.Http;

/// <summary>A part of a body.</summary>
/// <param name="Key">Its name in a form.</param>
/// <param name="Value">Its text.</param>
/// <param name="IsFile">Whether it is a file of a form.</param>
/// <param name="File">The variable of the file.</param>
internal sealed record HttpBodyPart(TextTemplate Key, TextTemplate Value, bool IsFile, Selector File);
