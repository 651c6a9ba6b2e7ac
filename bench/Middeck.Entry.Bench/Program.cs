using Middeck.Entry.Bench;

// Each server is a process of its own: this program again, with its part and its addresses.
return args switch
{
    ["upstream", var port] => await Servers.UpstreamAsync(int.Parse(port, null)),
    ["bare", var port, var upstream] => await Servers.BareAsync(int.Parse(port, null), new Uri(upstream)),
    ["entry", var port, var upstream, var home] => await Servers.EntryAsync(int.Parse(port, null), new Uri(upstream), home),
    _ => await Comparison.RunAsync(),
};
