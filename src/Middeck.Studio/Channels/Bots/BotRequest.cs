using Microsoft.AspNetCore.Http;

namespace Middeck.Studio.Channels.Bots;

/// <summary>A call of a chat platform.</summary>
/// <param name="IsGet">By GET, else by POST.</param>
/// <param name="Query">Its query.</param>
/// <param name="Headers">Its headers.</param>
/// <param name="Body">Its body, byte for byte, as it was signed.</param>
internal sealed record BotRequest(bool IsGet, IQueryCollection Query, IHeaderDictionary Headers, byte[] Body);
