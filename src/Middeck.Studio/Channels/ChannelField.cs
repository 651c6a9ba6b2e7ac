using System.Text.RegularExpressions;

namespace Middeck.Studio.Channels;

/// <summary>Something that a kind of channel needs to be told.</summary>
/// <param name="Name">As in the API, such as <c>corp_id</c>.</param>
/// <param name="Form">What it looks like.</param>
/// <param name="Looks">The same in words, such as <c>43 letters and digits</c>.</param>
/// <param name="IsNeeded">Whether the channel cannot do without it.</param>
internal sealed record ChannelField(string Name, Regex Form, string Looks, bool IsNeeded = true);
