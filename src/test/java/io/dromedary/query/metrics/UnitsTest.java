// SPDX-License-Identifier: Apache-2.0
package io.dromedary.query.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.dromedary.query.metrics.MetricsReply.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsTest {

    private static final Unit SECOND = new Unit("time", "second", "s", 1);

    @ParameterizedTest(name = "{1} -> {4}")
    @CsvSource({
        "bytes,bit,b,0.125,bits",
        "bytes,byte,B,1,bytes",
        "bytes,kibibyte,KiB,1024,kbytes",
        "bytes,mebibyte,MiB,1048576,mbytes",
        "bytes,pebibyte,PiB,1125899906842624,pbytes",
        "bytes,kilobyte,kB,1000,deckbytes",
        "bytes,exbibyte,EiB,1152921504606846976,suffix:EiB",
        "bytes,byte,B,0,bytes",
        "time,nanosecond,ns,1e-9,ns",
        "time,microsecond,μs,0.000001,µs",
        "time,millisecond,ms,0.001,ms",
        "time,second,s,1,s",
        "time,minute,min,60,m",
        "time,hour,hr,3600,h",
        "time,day,day,86400,d",
        "time,week,wk,604800,suffix:wk",
        "percentage,percent,%,1,percent",
        "percentage,fraction,fraction,100,percentunit",
        "percentage,apdex,apdex,100,suffix:apdex",
        "frequency,hertz,Hz,1,hertz",
        "frequency,gigahertz,GHz,1e9,si:GHz",
        "money,dollar,$,1,currencyUSD",
        "money,euro,€,1,currencyEUR",
        "temperature,degree celsius,°C,1,celsius",
        "electric_potential,volt,V,1,volt",
        "network,request,req,1,suffix:req",
        "logging,entry,,1,suffix:entry",
        "cpu,millicore,mcores,0.001,suffix:mcores",
    })
    void knowsSingleUnits(String family, String name, String shortName, double factor, String expected) {
        var unit = new Unit(family, name, shortName == null ? "" : shortName, factor);

        assertThat(Units.grafana(unit, Unit.NONE)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{1} per {4} -> {5}")
    @CsvSource({
        "bytes,byte,B,1,second,binBps",
        "bytes,bit,b,0.125,second,bps",
        "bytes,mebibyte,MiB,1048576,second,MiBs",
        "network,request,req,1,second,reqps",
        "general,operation,op,1,second,ops",
        "disk,read,rd,1,second,rps",
        "network,packet,packet,1,second,pps",
        "network,request,req,1,minute,reqpm",
        "network,request,req,1,hour,suffix:req/hour",
        "general,error,err,1,second,suffix:err/second",
        "time,second,s,1,second,suffix:s/second",
    })
    void knowsRates(String family, String name, String shortName, double factor, String per, String expected) {
        var unit = new Unit(family, name, shortName, factor);

        assertThat(Units.grafana(unit, new Unit("time", per, "", 0))).isEqualTo(expected);
    }

    @Test
    void saysNothingWithoutAUnit() {
        assertThat(Units.grafana(Unit.NONE, Unit.NONE)).isNull();
        assertThat(Units.grafana(Unit.NONE, SECOND)).isNull();
    }
}
