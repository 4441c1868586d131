### Numbers, units, dates: what stands around a figure. `$number` and `$figure` are put in ready made.

## Where a value is not there
not-stated = ไม่ระบุ
year-not-stated = ไม่ระบุปี
none-yet = ยังไม่มี

## The qualifier and its figure, in the order of the language
qualified-exact = { $figure }
qualified-over = กว่า { $figure }
qualified-under = เกือบ { $figure }
qualified-about = ราว { $figure }
qualified-tier = ระดับ { $figure }
range = { $low }–{ $high }

## Money: a currency that is not named here stands with its code
unit-money = { $unit } { $number }
unit-CNY = { $number } หยวน
unit-JPY = { $number } เยน
unit-USD = { $number } ดอลลาร์สหรัฐ
unit-THB = { $number } บาท
unit-EUR = { $number } ยูโร
unit-GBP = { $number } ปอนด์
unit-HKD = { $number } ดอลลาร์ฮ่องกง
unit-TWD = { $number } ดอลลาร์ไต้หวัน
unit-KRW = { $number } วอน
unit-SGD = { $number } ดอลลาร์สิงคโปร์
unit-MYR = { $number } ริงกิต
unit-VND = { $number } ดอง
unit-IDR = { $number } รูเปียห์
unit-AUD = { $number } ดอลลาร์ออสเตรเลีย

## Counts
unit-other = { $number } { $unit }
unit-projects = { $number } โครงการ
unit-companies = { $number } บริษัท
unit-agreements = { $number } ข้อตกลง
unit-people = { $number } คน
unit-jobs = { $number } ตำแหน่งงาน
unit-cities = { $number } เมือง
unit-countries = { $number } ประเทศและภูมิภาค
unit-events = { $number } กิจกรรม
unit-sites = { $number } แห่ง
unit-stations = { $number } สถานี
unit-proposals = { $number } ข้อเสนอ
unit-organisations = { $number } องค์กร
unit-zones = { $number } เขต
unit-years = { $number } ปี
unit-items = { $number } รายการ
unit-announcements = { $number } ประกาศ
unit-units = { $number } เครื่อง

## Measures
unit-percent = ร้อยละ { $number }
unit-km2 = { $number } ตร.กม.
unit-m2 = { $number } ตร.ม.
unit-ha = { $number } เฮกตาร์
unit-km = { $number } กม.
unit-m = { $number } เมตร
unit-t = { $number } ตัน
unit-MW = { $number } เมกะวัตต์
unit-GWh = { $number } กิกะวัตต์ชั่วโมง

## Months, where they have names
month-1 = ม.ค.
month-2 = ก.พ.
month-3 = มี.ค.
month-4 = เม.ย.
month-5 = พ.ค.
month-6 = มิ.ย.
month-7 = ก.ค.
month-8 = ส.ค.
month-9 = ก.ย.
month-10 = ต.ค.
month-11 = พ.ย.
month-12 = ธ.ค.

## Periods and moments
period-between = { $from } ถึง { $to }
period-since = ตั้งแต่ { $date }
period-until = ถึง { $date }
date-time = { $date } { $time } น. { $offset }
