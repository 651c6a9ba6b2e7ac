using Middeck.Core.Security;
using Middeck.Identity.Access;
using Middeck.Studio.Apps;

namespace Middeck.Studio.Insight;

/// <summary>Adds up an app's half hours to days, places and models.</summary>
internal sealed class InsightService(InsightStore store, MessageRollup rollup, AppAccess access, TimeProvider clock)
{
    public async Task<InsightReport> ReportAsync(
        Caller caller, Guid appId, InsightQuery query, CancellationToken cancellationToken)
    {
        await access.FindAsync(caller, appId, AccessLevel.Edit, cancellationToken);
        var zone = ZoneOffset.Parse(query.Zone);
        var (from, to) = query.RangeAt(zone.DayOf(clock.GetUtcNow()));
        var by = query.Groups();
        await rollup.CatchUpAsync(cancellationToken);
        var slots = await store.SlotsAsync(
            caller.WorkspaceId, appId, zone.StartOf(from), zone.StartOf(to.AddDays(1)), cancellationToken);
        var persons = await store.PersonsAsync(caller.WorkspaceId, appId, from, to, zone, cancellationToken);
        var byDay = Sums(slots, key => zone.DayOf(key.Slot));
        var perDay = persons.Where(row => row.Day is not null).ToDictionary(row => row.Day!.Value, row => row.Count);
        return new InsightReport(
            from,
            to,
            zone.ToString(),
            InsightFigures.Of(
                Sums(slots, _ => true).GetValueOrDefault(true) ?? new SlotSum(),
                persons.Where(row => row.Day is null && row.Source is null).Sum(row => row.Count)),
            [.. Days(from, to).Select(day => new InsightDay(
                day, InsightFigures.Of(byDay.GetValueOrDefault(day) ?? new SlotSum(), perDay.GetValueOrDefault(day))))],
            by switch
            {
                InsightBy.Source => Groups(
                    Sums(slots, key => key.Source),
                    persons.Where(row => row.Source is not null).ToDictionary(row => row.Source!, row => row.Count)),
                InsightBy.Model => Groups(Sums(slots, key => key.Model), persons: null),
                _ => [],
            });
    }

    private static IEnumerable<DateOnly> Days(DateOnly from, DateOnly to)
    {
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            yield return day;
        }
    }

    private static Dictionary<TKey, SlotSum> Sums<TKey>(
        List<(SlotKey Key, SlotSum Sum)> slots, Func<SlotKey, TKey> keyOf) where TKey : notnull
    {
        var sums = new Dictionary<TKey, SlotSum>();
        foreach (var (slot, sum) in slots)
        {
            var key = keyOf(slot);
            if (!sums.TryGetValue(key, out var total))
            {
                sums[key] = total = new SlotSum();
            }

            total.Add(sum);
        }

        return sums;
    }

    private static List<InsightGroup> Groups(Dictionary<string, SlotSum> sums, Dictionary<string, long>? persons)
        => [.. sums.OrderByDescending(sum => sum.Value.Messages).ThenBy(sum => sum.Key, StringComparer.Ordinal)
            .Select(sum => new InsightGroup(
                sum.Key, InsightFigures.Of(sum.Value, persons is null ? null : persons.GetValueOrDefault(sum.Key))))];
}
