using Microsoft.AspNetCore.Http;
using Middeck.Operations.Entry.Routes;

namespace Middeck.Operations.Entry.Proxy;

/// <summary>A route and the reverse proxy's endpoint that serves it.</summary>
internal sealed record ServiceEndpoint(EntryRoute Route, Endpoint Proxy);
